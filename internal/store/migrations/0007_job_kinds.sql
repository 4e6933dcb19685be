-- +goose Up
-- Each kind of job has workers of its own, who ask for what is due in order:
-- a walk along this index, however many jobs of other kinds wait.
DROP INDEX jobs_due;
CREATE INDEX jobs_due ON jobs (kind, due, id) WHERE state <> 'failed';

-- +goose Down
DROP INDEX jobs_due;
CREATE INDEX jobs_due ON jobs (state, due, id);
