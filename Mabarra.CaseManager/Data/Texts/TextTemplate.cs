using System.Text;

namespace Mabarra.CaseManager.Data;

/// <summary>A stretch of a text: words, or the code of a place.</summary>
public readonly record struct TextPart(string Text, bool IsPlace);

/// <summary>Texts with places in curly brackets. No other use of the brackets: what is not a known place is refused before it is stored.</summary>
public static class TextTemplate
{
    /// <summary>Words and places in turn. A bracket without its fellow counts as words.</summary>
    public static IEnumerable<TextPart> Parts(string text)
    {
        var at = 0;
        while (text.IndexOf('{', at) is var open and >= 0 && text.IndexOf('}', open) is var close and >= 0)
        {
            if (open > at)
                yield return new(text[at..open], IsPlace: false);
            yield return new(text[(open + 1)..close].Trim(), IsPlace: true);
            at = close + 1;
        }

        if (at < text.Length)
            yield return new(text[at..], IsPlace: false);
    }

    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => Map(text, place => values.GetValueOrDefault(place, ""));

    /// <summary>The text with each place put as <paramref name="put"/> says.</summary>
    public static string Map(string text, Func<string, string> put) =>
        Parts(text).Aggregate(new StringBuilder(), (all, part) => all.Append(part.IsPlace ? put(part.Text) : part.Text)).ToString();

    /// <summary>Whether a bracket stands alone or inside another.</summary>
    public static bool IsBroken(string text)
    {
        var isOpen = false;
        foreach (var letter in text.Where(c => c is '{' or '}'))
        {
            if (letter == '{' == isOpen)
                return true;
            isOpen = !isOpen;
        }

        return isOpen;
    }
}
