package store

import (
	"context"
	"strings"
	"time"
)

// quiet are the writes that change nothing a reader of the site can see.
var quiet = map[string]bool{
	"Claim": true, "Finish": true, "Fail": true, "Enqueue": true, "EnqueueAt": true, "Dequeue": true, "Ping": true, "newID": true, "keepIDs": true, "noteChange": true,
	"SaveUser": true, "UseCode": true, "BeginSession": true, "KeepSession": true, "EndSession": true, "MakeLink": true, "UseLink": true, "Audit": true,
	"SavePasskey": true, "DropPasskey": true, "MakeStep": true, "EndStep": true, "Refuse": true, "BindSubject": true,
	"AddViews":    true,
	"SaveRequest": true, "AddNote": true, "DropUnverified": true, "SaveSighting": true, "QueueLetter": true, "LetterSent": true, "LetterFailed": true,
	"SaveAsk": true, "DropAsks": true, "Confirm": true, "SaveSubscriber": true, "Suspend": true, "DropSubscriber": true, "Digest": true, "DropLetters": true,
	"Lease": true, "Release": true,
	"MergeIndex": true,
	"EnqueueBy":  true, "happen": true, "SaveHook": true, "HoldHook": true, "DropHook": true, "SendAgain": true, "TakeDelivery": true, "SaveDelivery": true, "DropTold": true,
	"SaveSubscription": true, "DropSubscription": true, "DropEnded": true, "SubscriptionSent": true,
	"SaveDraft": true, "DropDraft": true, "Editing": true, "Leave": true, "Hold": true, "Wrote": true, "Match": true, "Outdate": true,
	"SaveMedium": true,
}

// exec runs a writing statement and notes whether the public content changes.
func (tx *Tx) exec(ctx context.Context, query string, args ...any) (int64, error) {
	if !tx.changed {
		name, _, _ := strings.Cut(strings.TrimPrefix(query, "/* store."), " ")
		tx.changed = !quiet[name]
	}
	return tx.Queries.exec(ctx, query, args...)
}

// noteChange counts, at the end of a transaction that changed content, so
// that other processes on the same database learn of it (see Watch).
func (tx *Tx) noteChange() error {
	if !tx.changed {
		return nil
	}
	_, err := tx.Queries.exec(tx.ctx, `/* store.noteChange */ INSERT INTO settings (name, value) VALUES ('changes', '1')
		ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(settings.value AS BIGINT) + 1 AS TEXT)`)
	return err
}

// raise counts the change for this process.
func (tx *Tx) raise() {
	if tx.changed {
		tx.store.version.Add(1)
	}
}

// Version is a number that every change of the content raises, before Update
// returns: what was made from reads begun under one version is right as long
// as the number stands. It counts this process's changes at once, and those
// of other processes while Watch runs.
func (s *Store) Version() uint64 { return s.version.Load() }

// Watch raises Version when another process has changed the content, within
// the interval, until the context ends.
func (s *Store) Watch(ctx context.Context, every time.Duration) {
	seen, _ := s.Setting(ctx, "changes")
	for tick := time.NewTicker(every); ; {
		select {
		case <-ctx.Done():
			tick.Stop()
			return
		case <-tick.C:
			now, err := s.Setting(ctx, "changes")
			if err == nil && now != seen {
				seen = now
				s.version.Add(1)
			}
		}
	}
}
