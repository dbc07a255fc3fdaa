// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

/*
    Sizes that grow with the application's font, and colours that mean something.

    No colour is written down here: hues are, and the lightness is found that gives each WCAG AA contrast (4.5:1)
    on every background the palette has for text. So they follow light, dark and the user's own schemes.
*/
QtObject {
    id: root

    readonly property ProbeWindow probe: ProbeWindow {}
    readonly property FontMetrics metrics: FontMetrics {
        font: Application.font
    }

    readonly property Palette palette: probe.palette
    readonly property color window: probe.color
    readonly property color text: blend(window, probe.foreground, probe.foreground.a)
    // Styles that do not draw with the palette draw buttons like the rest of the window.
    readonly property color buttonText: Qt.colorEqual(palette.window, window) ? palette.buttonText : text
    readonly property list<color> backgrounds: [window, palette.base, palette.alternateBase, palette.button, selection].filter(shade => shade.a === 1 && contrast(shade, text) >= 4.5)
    // WCAG AA is 4.5; who asks the desktop for high contrast gets AAA.
    readonly property bool highContrast: Application.styleHints.accessibility.contrastPreference === Qt.ContrastPreference.HighContrast
    readonly property real wantedContrast: highContrast ? 7.1 : 4.6
    readonly property bool dark: luminance(window) < luminance(text)

    // The settings and the desktop may ask for it; then nothing moves that does not have to.
    property bool reducedMotion: false
    readonly property int duration: reducedMotion ? 0 : 150

    readonly property real lineHeight: Math.max(12, metrics.height)
    readonly property int smallSpacing: Math.round(lineHeight / 4)
    readonly property int spacing: Math.round(lineHeight / 2)
    readonly property int largeSpacing: Math.round(lineHeight)
    readonly property int radius: Math.round(lineHeight / 4)
    readonly property int iconSmall: Math.max(16, 2 * Math.floor(lineHeight / 2))
    readonly property int iconMedium: Math.round(iconSmall * 1.375)
    readonly property int iconLarge: iconSmall * 2
    readonly property int iconHuge: iconSmall * 4
    readonly property font smallFont: scaled(0.85, false)
    readonly property font titleFont: scaled(1.3, true)

    readonly property color positive: legible(0.40, 0.75)
    readonly property color neutral: legible(0.09, 0.90)
    readonly property color negative: legible(0.99, 0.75)
    readonly property color information: legible(0.58, 0.75)
    readonly property color asleep: legible(0.75, 0.55)
    readonly property color muted: legible(text.hslHue, Math.min(0.15, Math.max(0, text.hslSaturation)))
    readonly property color line: blend(window, text, 0.2)
    readonly property color faintLine: blend(window, text, 0.1)
    // The border of what can be edited or pressed, 3:1 as WCAG 1.4.11 has it; and what Fusion, which draws borders
    // darker by 1.4 than the colour of the window, has to be given for it.
    readonly property color outline: discernible(text.hslHue, Math.min(0.1, Math.max(0, text.hslSaturation)))
    readonly property color edge: Qt.lighter(outline, 1.4)
    // Behind what is selected: light enough for every colour of text.
    readonly property color selection: blend(window, palette.highlight, 0.22)

    function scaled(factor: real, bold: bool): font {
        const size = metrics.font.pixelSize > 0 ? {
            pixelSize: Math.round(metrics.font.pixelSize * factor)
        } : {
            pointSize: metrics.font.pointSize * factor
        };
        return Qt.font(Object.assign(size, {
            family: metrics.font.family,
            bold: bold
        }));
    }

    function blend(from: color, to: color, share: real): color {
        return Qt.rgba(from.r + (to.r - from.r) * share, from.g + (to.g - from.g) * share, from.b + (to.b - from.b) * share, 1);
    }

    function linear(channel: real): real {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    // WCAG 2.1: relative luminance, and the contrast ratio of two opaque colours, 1..21.
    function luminance(shade: color): real {
        return 0.2126 * linear(shade.r) + 0.7152 * linear(shade.g) + 0.0722 * linear(shade.b);
    }

    function contrast(one: color, other: color): real {
        const a = luminance(one), b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    function readable(shade: color, target: real): bool {
        return backgrounds.every(background => contrast(shade, background) >= target);
    }

    // The shade nearest to the backgrounds that can still be told from them.
    function discernible(hue: real, saturation: real): color {
        for (let step = 0; step <= 20; ++step) {
            const shade = Qt.hsla(Math.max(0, hue), saturation, dark ? 0.3 + step * 0.025 : 0.7 - step * 0.02, 1);
            if (readable(shade, 3.1))
                return shade;
        }
        return text;
    }

    // The shade of a hue nearest to the middle that can be read everywhere; the text colour when there is none.
    function legible(hue: real, saturation: real): color {
        for (let step = 0; step <= 20; ++step) {
            const shade = Qt.hsla(Math.max(0, hue), saturation, dark ? 0.45 + step * 0.025 : 0.5 - step * 0.02, 1);
            if (readable(shade, wantedContrast))
                return shade;
        }
        return text;
    }

    // %1 and %2 of a text. Chained arg() would look for %2 in the name that it has just put in for %1.
    function fill(text: string, first: string, second: string): string {
        return text.replace(/%[12]/g, place => place === "%1" ? first : second);
    }

    // A name in the middle of a sentence: its direction marks must not turn the words around it.
    function isolate(name: string): string {
        return "\u2068" + name + "\u2069";
    }
}
