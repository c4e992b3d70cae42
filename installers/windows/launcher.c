/* Starts the program in the Python beside it; built twice, without and with a console. */
#include <windows.h>
#include <shellapi.h>

__declspec(dllimport) int Py_Main(int count, wchar_t **words);

static int start(int count, wchar_t **words) {
    static wchar_t *const first[] = {L"-X", L"utf8", L"-c", L"from start import start; start()"};
    const int added = sizeof first / sizeof *first;
    wchar_t **all = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY,
                              (count + added + 1) * sizeof *all);
    if (all == NULL) {
        return 1;
    }
    all[0] = words[0];
    for (int at = 0; at < added; at++) {
        all[1 + at] = first[at];
    }
    for (int at = 1; at < count; at++) {
        all[added + at] = words[at];
    }
    return Py_Main(count + added, all);
}

#ifdef WITH_CONSOLE
int wmain(int count, wchar_t **words) { return start(count, words); }
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, PWSTR line, int show) {
    int count = 0;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    (void)instance, (void)before, (void)line, (void)show;
    return words == NULL ? 1 : start(count, words);
}
#endif
