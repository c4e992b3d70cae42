/* For trying under Wine 8 only, which lacks what every Windows has; never shipped.
   Qt asks it for the converters of old encodings, and does without where there is none. */
#define UNSUPPORTED 16
#define EXPORT __declspec(dllexport)

EXPORT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void ucnv_cbFromUWriteUChars(void) {}
EXPORT void ucnv_cbToUWriteUChars(void) {}
EXPORT void ucnv_close(void *converter) { (void)converter; }
EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT int ucnv_fromUCountPending(void *converter, int *error) { (void)converter; *error = UNSUPPORTED; return 0; }
EXPORT int ucnv_toUCountPending(void *converter, int *error) { (void)converter; *error = UNSUPPORTED; return 0; }
EXPORT void ucnv_fromUnicode(void) {}
EXPORT void ucnv_toUnicode(void) {}
EXPORT const char *ucnv_getAvailableName(int number) { (void)number; return 0; }
EXPORT void ucnv_getFromUCallBack(void) {}
EXPORT void ucnv_getToUCallBack(void) {}
EXPORT signed char ucnv_getMaxCharSize(void *converter) { (void)converter; return 1; }
EXPORT const char *ucnv_getName(void *converter, int *error) { (void)converter; *error = UNSUPPORTED; return 0; }
EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, int *error) { (void)name; (void)standard; *error = UNSUPPORTED; return 0; }
EXPORT void *ucnv_open(const char *name, int *error) { (void)name; *error = UNSUPPORTED; return 0; }
EXPORT void ucnv_reset(void *converter) { (void)converter; }
EXPORT void ucnv_setFromUCallBack(void) {}
EXPORT void ucnv_setToUCallBack(void) {}
