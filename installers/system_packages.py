"""Packages of Debian and Ubuntu, by what is looked for to see whether they are there.

Read by dev.py, so also by older Pythons: no newer syntax here.
"""

# What Qt's libraries ask of the system, and the Debian package that brings it. Debian 13 and
# Ubuntu 24.04 renamed some (…t64) but still answer to these names.
OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
WINDOWS_ON_SCREEN = {
    **OFFSCREEN,
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# the tools of the installers, each with its package
FOR_WINDOWS = {
    "makensis": "nsis",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
}
FOR_DEBIAN = {"dpkg-deb": "dpkg", "objdump": "binutils"}
FOR_TRYING = {
    "Xvfb": "xvfb",
    "debootstrap": "debootstrap",
    "import": "imagemagick",
    "openbox": "openbox",
    "wine": "wine",
    "wineserver": "wine64",
    "wmctrl": "wmctrl",
    "xdotool": "xdotool",
}
LIBREOFFICE = "libreoffice-writer-nogui"  # 270 MB: only for what asks for it
