namespace Mabarra.CaseManager.Kernel;

/// <summary>Which letters a name may be made of.</summary>
internal static class NameLetters
{
    /// <summary>Arabic letters, with those Persian, Urdu and Kurdish keyboards give for the same sounds; no digits, marks or signs.</summary>
    public static bool IsArabic(char c) => c is (>= '\u0621' and <= '\u063A') or (>= '\u0641' and <= '\u064A') or '\u066E' or '\u066F'
        or (>= '\u0671' and <= '\u06D3') or '\u06D5' or '\u06EE' or '\u06EF' or (>= '\u06FA' and <= '\u06FC') or '\u06FF' or (>= '\u0750' and <= '\u077F');

    private static bool IsLatin(char c) => char.IsAsciiLetter(c)
        || (c is (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF') && char.IsLetter(c));

    public static Refusal? Refuse(string name, bool latinAllowed)
    {
        var arabic = name.Any(IsArabic);
        var latin = name.Any(IsLatin);
        if (arabic && latin)
            return new Refusal("kernel.name.mixed");
        if (!name.All(c => IsArabic(c) || IsLatin(c) || c is ' ' or '-' || (latin && c == '\'')) || HasLooseHyphen(name))
            return new Refusal("kernel.name.letters");
        return latin && !latinAllowed ? new Refusal("kernel.name.arabic") : null;
    }

    public static Refusal? RefuseUserName(string name)
    {
        if (!name.All(c => char.IsLetter(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_'))
            return new Refusal("kernel.username.letters");
        return name.Where(char.IsLetter).All(char.IsAsciiLetter) || name.Where(char.IsLetter).All(IsArabic)
            ? null
            : new Refusal("kernel.username.mixed");
    }

    /// <summary>A hyphen stands between two letters, never alone or at an end.</summary>
    private static bool HasLooseHyphen(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '-' && (i == 0 || i == name.Length - 1 || !char.IsLetter(name[i - 1]) || !char.IsLetter(name[i + 1])))
                return true;
        }
        return false;
    }
}
