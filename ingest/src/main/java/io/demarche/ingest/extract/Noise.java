package io.demarche.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sorts the paragraphs of a text that still has its page's furniture in it, as saved and machine-translated texts do: calls to share, subscribe
 * or register are left out, lines that lead to other articles and captions are kept apart.
 *
 * @param text what is left, paragraphs separated by an empty line
 * @param captions of pictures
 * @param related headlines of other articles
 */
record Noise(String text, List<String> captions, List<String> related) {

    /** No sentence that tells something is so short and begins so. */
    private static final int LONGEST_CALL = 160;

    private static final int LONGEST_CAPTION = 400;

    private static final Pattern RELATED = Pattern.compile(
            "(?iu)(?:see also|see more|read also|also read|read more|read next|read|more on this|related(?: (?:article|story|news|coverage|content)s?)?|don['’]t miss|recommended"
                    + "|lire aussi|à lire aussi|lea también|leia também|lesen sie auch|leggi anche|читайте также|читайте також)(?:\\s*[:|»>–—]\\s*|\\s{2,})(.{15,250})");

    private static final Pattern CALL = Pattern.compile("(?iu)(?:"
            + "(?:please )?click (?:here|on|the|below)\\b.*"
            + "|(?:you have )?(?:been )?successfully (?:registered|subscribed|signed up)\\b.*"
            + "|(?:(?:share|tweet|pin|print|e-?mail|save|like|follow|whatsapp|facebook|twitter|telegram|linkedin|comment)(?:[\\s,|/·•]+|$))+"
            + "|(?:share|tweet|pin|print|email|e-mail|save|like|follow|whatsapp|facebook|twitter|telegram|linkedin|copy link)(?: (?:this|on|via|us|to|it|with)\\b.*)?"
            + "|(?:sign|log) ?(?:up|in|out)\\b(?: (?:to|for|with|here|now)\\b.*)?"
            + "|subscribe\\b.*|unsubscribe\\b.*|register (?:now|here|for)\\b.*|(?:join|get) (?:our|the) .*newsletter.*"
            + "|enter your (?:e-?mail|name)\\b.*|your e-?mail address will not be published\\b.*|required fields are marked\\b.*"
            + "|(?:leave|post|add|write) a (?:comment|reply|response)\\b.*|(?:show |hide |view |load )?(?:all |more )?comments?(?: \\(?\\d*\\)?)?|\\d+ comments?"
            + "|advertisement|sponsored(?: content)?|story continues below.*|(?:article )?continues? after (?:the )?(?:ad|advertisement).*"
            + "|(?:©|copyright\\b|\\(c\\)).*|all rights reserved\\b.*|(?:back to top|skip to (?:main )?content|menu|home|search|next|previous)"
            + "|(?:we|this (?:web)?site) uses? cookies\\b.*|accept(?: all)? cookies\\b.*"
            + "|image source.*|listen to (?:this )?article.*|\\d+ min(?:ute)?s? (?:read|ago)|estimated reading time.*"
            + ")[.!…]*");

    private static final Pattern CAPTION = Pattern.compile(
            "(?iu)(?:file )?(?:photo|picture|image|illustration|caption)(?: (?:by|credit|caption))?\\s*[:|]\\s*\\S.*");

    /** Whose picture it is, at the end of what stands under it. */
    private static final Pattern CREDIT = Pattern.compile(
            "(?iu)[(\\[|/]\\s*(?:photo\\b[^()]*|image\\b[^()]*|file\\b[^()]*|[^()]*\\b(?:reuters|afp|ap photo|getty images|epa|anadolu|sputnik|via ap))\\s*[)\\]]?$");

    private static final int LONGEST_CREDIT = 80;

    /** The words that calls, captions and what leads elsewhere begin with; a paragraph that begins otherwise is none of them. */
    private static final Set<String> BEGINNINGS = Set.of(
            ("see read also more related don recommended lire à lea leia lesen leggi читайте please click you been successfully share tweet pin print email"
                            + " e save like follow whatsapp facebook twitter telegram linkedin copy sign log login signup subscribe unsubscribe register join get"
                            + " enter your required leave post add write show hide view load all comment comments advertisement sponsored story article"
                            + " continue continues c copyright back skip menu home search next previous we this accept image listen estimated file photo picture"
                            + " illustration caption ")
                    .split(" ", -1));

    static Noise sort(String text) {
        List<String> kept = new ArrayList<>();
        List<String> captions = new ArrayList<>();
        List<String> related = new ArrayList<>();
        for (String line : text.split("\n+", -1)) {
            String paragraph = line.strip();
            if (paragraph.isEmpty()) {
                continue;
            }
            boolean suspect = BEGINNINGS.contains(firstWord(paragraph));
            Matcher other = RELATED.matcher(paragraph);
            if (suspect && other.matches()) {
                related.add(other.group(1).strip());
            } else if ((suspect && isCaption(paragraph)) || hasCredit(paragraph)) {
                captions.add(paragraph);
            } else if (!suspect || !isCall(paragraph)) {
                kept.add(paragraph);
            }
        }
        return new Noise(String.join("\n\n", kept), captions, related);
    }

    /** In lower case; empty for what begins with a number or a sign, as a count of comments or a copyright does. */
    private static String firstWord(String paragraph) {
        int end = 0;
        while (end < paragraph.length() && Character.isLetter(paragraph.charAt(end))) {
            end++;
        }
        return paragraph.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isCaption(String paragraph) {
        return paragraph.length() <= LONGEST_CAPTION
                && CAPTION.matcher(paragraph).matches();
    }

    private static boolean hasCredit(String paragraph) {
        int length = paragraph.length();
        String end = length > LONGEST_CAPTION ? "" : paragraph.substring(Math.max(0, length - LONGEST_CREDIT));
        boolean marked =
                end.indexOf('(') >= 0 || end.indexOf('[') >= 0 || end.indexOf('|') >= 0 || end.indexOf('/') >= 0;
        return marked && CREDIT.matcher(end).find();
    }

    private static boolean isCall(String paragraph) {
        return paragraph.length() <= LONGEST_CALL && CALL.matcher(paragraph).matches();
    }
}
