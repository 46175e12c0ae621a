package io.demarche.ingest.extract;

import java.util.HashMap;
import java.util.Map;

/** Elements of HTML by what they are to an article. */
enum Tag {
    P,
    DIV("div", "center"),
    SECTION("section", "main"),
    ARTICLE,
    BODY,
    HEADING("h1", "h2", "h3", "h4", "h5", "h6"),
    BLOCKQUOTE,
    PRE,
    TD("td", "th"),
    TR("tr", "caption"),
    TABLE("table", "tbody", "thead", "tfoot"),
    LIST("ul", "ol", "menu"),
    LI,
    DL("dl", "dt", "dd"),
    A,
    SPAN,
    BR("br", "hr"),
    IMG("img", "picture", "amp-img"),
    FIGURE,
    FIGCAPTION,
    HEADER,
    ASIDE,
    FOOTER,
    NAV,
    FORM("form", "fieldset"),
    INPUT("input", "textarea", "select"),
    BUTTON,
    EMBED("object", "embed", "iframe", "video", "audio", "canvas", "applet", "amp-iframe"),
    ADDRESS,
    /** What never holds text for people, or not yet. */
    MUTE("script", "style", "template", "svg", "math-annotation", "dialog", "link", "meta", "datalist", "option"),
    NOSCRIPT,
    /** Whatever marks up words within a line. */
    INLINE;

    private static final Map<String, Tag> BY_NAME = new HashMap<>();

    static {
        for (Tag tag : values()) {
            for (String name : tag.names) {
                BY_NAME.put(name, tag);
            }
        }
    }

    private final String[] names;

    Tag(String... names) {
        this.names = names.length == 0 ? new String[] {name().toLowerCase(java.util.Locale.ROOT)} : names;
    }

    static Tag of(String name) {
        return BY_NAME.getOrDefault(name, INLINE);
    }

    /** Whether it begins a paragraph of its own. */
    boolean isBlock() {
        return switch (this) {
            case A, SPAN, INLINE, IMG, INPUT, BUTTON, EMBED, MUTE, NOSCRIPT -> false;
            default -> true;
        };
    }
}
