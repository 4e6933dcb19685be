//go:build cld2

// The C face of the one call that the comparison makes; cgo compiles it.
#include <cstdio>
#include <cld2/public/compact_lang_det.h>

extern "C" const char *cld2_language(const char *text, int n) {
	bool reliable;
	return CLD2::LanguageCode(CLD2::DetectLanguage(text, n, true, &reliable));
}
