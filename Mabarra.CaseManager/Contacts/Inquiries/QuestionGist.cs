namespace Mabarra.CaseManager.Contacts.Inquiries;

/// <summary>What a question asks, whatever words are put round it: the words that matter, in one order. So the same question asked by many is counted as one.</summary>
public static class QuestionGist
{
    public const int Longest = 200;
    private const int MostWords = 12;

    /// <summary>Words every question has, as <see cref="SearchKey"/> writes them.</summary>
    private static readonly HashSet<string> Empty = SearchKey.Of(
        "ما ماهي هل كم كيف متى اين لماذا من في على عن الى مع هذا هذه ذلك التي الذي هي هو انا لي لو اريد اعرف احتاج ارغب السلام عليكم سمحتم فضلكم the a is are what how when where can do i my to of for")
        .Split(' ').Select(Bare).ToHashSet(StringComparer.Ordinal);

    public static string Of(string text)
    {
        var words = new string([.. SearchKey.Of(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Bare).Where(w => w.Length > 1 && !Empty.Contains(w));
        var gist = string.Join(' ', words.Distinct(StringComparer.Ordinal).Take(MostWords).Order(StringComparer.Ordinal));
        return gist.Length > Longest ? gist[..Longest] : gist;
    }

    /// <summary>Without «ال», so that «المستندات» and «مستندات» are one word.</summary>
    private static string Bare(string word) => word.Length > 4 && word.StartsWith("\u0627\u0644", StringComparison.Ordinal) ? word[2..] : word;
}
