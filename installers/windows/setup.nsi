; The installer for one account: no administrator, Vietnamese first, data never touched.
; Given by -D: VERSION, VERSION_NUMBERS, STAGE, OUT, ICON, LICENCE, SIZE_KB, COMPRESSION
Target amd64-unicode
Unicode true
!if ${COMPRESSION} == "small"
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!else
  SetCompressor zlib
!endif
ManifestDPIAware true
ManifestSupportedOS Win10
ManifestLongPathAware true

!include MUI2.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh

!define PRODUCT "Hoinghi"
!define PROGRAM "Hoinghi.exe"
!define CONSOLE "hoinghi-cli.exe"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PRODUCT}"
!define CLASSES "Software\Classes"
!define DATA "$LOCALAPPDATA\hoinghi"
; exit codes of a silent run; 0 and 1 are NSIS' own
!define EXIT_IN_USE 3
!define EXIT_NEWER 4

Name "${PRODUCT}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${PRODUCT}"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "${PRODUCT} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION_NUMBERS}"
VIFileVersion "${VERSION_NUMBERS}"
VIAddVersionKey /LANG=0 "ProductName" "${PRODUCT}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "Bộ cài đặt ${PRODUCT}"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache License 2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_ALWAYSSHOW
!define MUI_LANGDLL_WINDOWTITLE "${PRODUCT}"
!define MUI_LANGDLL_INFO "Ngôn ngữ · Language"

Var Before ; the version that is installed, or nothing
Var Greeting

!define MUI_WELCOMEPAGE_TITLE "$(WelcomeTitle)"
!define MUI_WELCOMEPAGE_TEXT "$Greeting"
!define MUI_PAGE_CUSTOMFUNCTION_PRE ChooseGreeting
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipIfInstalled
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(FinishTitle)"
!define MUI_FINISHPAGE_TEXT "$(FinishText)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "$(RunNow)"
!insertmacro MUI_PAGE_FINISH

!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(UninstallText)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(UninstalledTitle)"
!define MUI_FINISHPAGE_TEXT "$(UninstalledText)"
!insertmacro MUI_UNPAGE_FINISH

!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString WelcomeTitle ${LANG_VIETNAMESE} "Cài đặt ${PRODUCT} ${VERSION}"
LangString WelcomeTitle ${LANG_ENGLISH} "Install ${PRODUCT} ${VERSION}"
LangString GreetNew ${LANG_VIETNAMESE} "Chương trình được cài cho riêng tài khoản của bạn trên máy này. Không cần quyền quản trị, không cần mạng."
LangString GreetNew ${LANG_ENGLISH} "The program is installed for your account on this computer. It needs neither administrator rights nor a network."
LangString GreetRepair ${LANG_VIETNAMESE} "Bản ${VERSION} đã được cài trên máy này. Cài lại sẽ thay mọi tệp của chương trình để sửa chữa. Dữ liệu của bạn không bị đụng tới."
LangString GreetRepair ${LANG_ENGLISH} "Version ${VERSION} is installed already. Installing it again repairs it: every file of the program is replaced. Your data is not touched."
LangString GreetUpgrade ${LANG_VIETNAMESE} "Trên máy này đang có bản $Before; bản ${VERSION} sẽ thay vào đúng chỗ đó. Dữ liệu của bạn được giữ nguyên và mở được ngay sau khi cài."
LangString GreetUpgrade ${LANG_ENGLISH} "Version $Before is on this computer; version ${VERSION} takes its place. Your data stays and can be opened right afterwards."
LangString FinishTitle ${LANG_VIETNAMESE} "Đã cài xong ${PRODUCT}"
LangString FinishTitle ${LANG_ENGLISH} "${PRODUCT} is installed"
LangString FinishText ${LANG_VIETNAMESE} "Mở chương trình từ trình đơn Start, mục ${PRODUCT}. Dữ liệu nằm trong thư mục ${DATA}."
LangString FinishText ${LANG_ENGLISH} "Open the program from the start menu: ${PRODUCT}. Your data is kept in ${DATA}."
LangString RunNow ${LANG_VIETNAMESE} "Mở ${PRODUCT} ngay"
LangString RunNow ${LANG_ENGLISH} "Open ${PRODUCT} now"
LangString InUse ${LANG_VIETNAMESE} "${PRODUCT} đang mở. Hãy đóng chương trình rồi bấm Thử lại. Chưa có gì bị thay đổi."
LangString InUse ${LANG_ENGLISH} "${PRODUCT} is open. Close it, then press Retry. Nothing has been changed."
LangString Newer ${LANG_VIETNAMESE} "Trên máy này đang có bản mới hơn ($Before). Bản ${VERSION} không được cài đè lên. Chưa có gì bị thay đổi."
LangString Newer ${LANG_ENGLISH} "A newer version ($Before) is installed. Version ${VERSION} is not put over it. Nothing has been changed."
LangString TooOld ${LANG_VIETNAMESE} "${PRODUCT} cần Windows 10 hoặc mới hơn. Chưa có gì bị thay đổi."
LangString TooOld ${LANG_ENGLISH} "${PRODUCT} needs Windows 10 or newer. Nothing has been changed."
LangString UninstallText ${LANG_VIETNAMESE} "Chỉ chương trình bị gỡ. Hội nghị, danh sách và các bản sao lưu của bạn ở lại trong thư mục ${DATA}."
LangString UninstallText ${LANG_ENGLISH} "Only the program is removed. Your conferences, lists and backups stay in ${DATA}."
LangString UninstalledTitle ${LANG_VIETNAMESE} "Đã gỡ ${PRODUCT}"
LangString UninstalledTitle ${LANG_ENGLISH} "${PRODUCT} is removed"
LangString UninstalledText ${LANG_VIETNAMESE} "Dữ liệu của bạn vẫn còn trong thư mục ${DATA}. Cài lại chương trình là mở được ngay; nếu chắc chắn không cần nữa, hãy tự xóa thư mục đó."
LangString UninstalledText ${LANG_ENGLISH} "Your data is still in ${DATA}. Install the program again to open it; if you are sure that nobody needs it, delete that folder yourself."
LangString BundleType ${LANG_VIETNAMESE} "Gói bàn giao ${PRODUCT}"
LangString BundleType ${LANG_ENGLISH} "${PRODUCT} hand-off bundle"
LangString PackType ${LANG_VIETNAMESE} "Bộ quy tắc ${PRODUCT}"
LangString PackType ${LANG_ENGLISH} "${PRODUCT} rule pack"

Function .onInit
  StrCpy $LANGUAGE ${LANG_VIETNAMESE}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/LANG=" $R1
  ${If} ${Errors}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${ElseIf} $R1 == "en"
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
  SetShellVarContext current
  ReadRegStr $Before HKCU "${UNINSTALL_KEY}" "DisplayVersion"
FunctionEnd

; $(…) speak the language chosen only once .onInit is over
Function ChooseGreeting
  StrCpy $Greeting "$(GreetNew)"
  ${If} $Before == "${VERSION}"
    StrCpy $Greeting "$(GreetRepair)"
  ${ElseIf} $Before != ""
    StrCpy $Greeting "$(GreetUpgrade)"
  ${EndIf}
FunctionEnd

Function SkipIfInstalled
  ${If} $Before != ""
    Abort ; the page: an upgrade goes where the program is
  ${EndIf}
FunctionEnd

!macro WaitUntilClosed PREFIX
Function ${PREFIX}WaitUntilClosed
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $R0 "$INSTDIR\${PROGRAM}" a ; Windows lets nobody write to a program that runs
    ${IfNot} ${Errors}
      FileClose $R0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(InUse)" /SD IDCANCEL IDRETRY +3
    SetErrorLevel ${EXIT_IN_USE}
    Quit
  ${Loop}
FunctionEnd

; Only what the installer has put there, so that a folder chosen badly loses nothing else.
Function ${PREFIX}RemoveProgram
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\${CONSOLE}"
  Delete "$INSTDIR\python3*.dll"
  Delete "$INSTDIR\python3*._pth"
  Delete "$INSTDIR\msvcp140*.dll"
  Delete "$INSTDIR\vcruntime140*.dll"
  Delete "$INSTDIR\concrt140.dll"
  Delete "$INSTDIR\LICENCES.txt"
  ${If} ${FileExists} "$INSTDIR\program\desktop\*.*"
    RMDir /r "$INSTDIR\program"
    RMDir /r "$INSTDIR\lib"
  ${EndIf}
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Section
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
    Quit
  ${EndIf}
  ${If} $Before != ""
    ${VersionCompare} "$Before" "${VERSION}" $R0
    ${If} $R0 == 1
      MessageBox MB_OK|MB_ICONSTOP "$(Newer)" /SD IDOK
      SetErrorLevel ${EXIT_NEWER}
      Quit
    ${EndIf}
  ${EndIf}
  Call WaitUntilClosed
  Call RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${STAGE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${PRODUCT}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${PRODUCT}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PRODUCT}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1

  WriteRegStr HKCU "${CLASSES}\${PRODUCT}.Bundle" "" "$(BundleType)"
  WriteRegStr HKCU "${CLASSES}\${PRODUCT}.Bundle\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${CLASSES}\${PRODUCT}.Bundle\shell\open\command" "" '"$INSTDIR\${PROGRAM}" open "%1"'
  WriteRegStr HKCU "${CLASSES}\.hoinghi" "" "${PRODUCT}.Bundle"
  ; a rule pack is TOML, which belongs to others too: offered for opening, not taken
  WriteRegStr HKCU "${CLASSES}\${PRODUCT}.RulePack" "" "$(PackType)"
  WriteRegStr HKCU "${CLASSES}\${PRODUCT}.RulePack\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${CLASSES}\${PRODUCT}.RulePack\shell\open\command" "" '"$INSTDIR\${PROGRAM}" open "%1"'
  WriteRegNone HKCU "${CLASSES}\.toml\OpenWithProgids" "${PRODUCT}.RulePack"
  ${RefreshShellIcons}
SectionEnd

Function un.onInit
  ; the language of the installation, kept by MUI; Vietnamese without it
  StrCpy $LANGUAGE ${LANG_VIETNAMESE}
  SetShellVarContext current
FunctionEnd

Section Uninstall
  Call un.WaitUntilClosed
  Call un.RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${PRODUCT}.lnk"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${CLASSES}\${PRODUCT}.Bundle"
  DeleteRegKey HKCU "${CLASSES}\${PRODUCT}.RulePack"
  DeleteRegValue HKCU "${CLASSES}\.toml\OpenWithProgids" "${PRODUCT}.RulePack"
  ReadRegStr $R0 HKCU "${CLASSES}\.hoinghi" ""
  ${If} $R0 == "${PRODUCT}.Bundle"
    DeleteRegKey HKCU "${CLASSES}\.hoinghi"
  ${EndIf}
  ${RefreshShellIcons}
SectionEnd
