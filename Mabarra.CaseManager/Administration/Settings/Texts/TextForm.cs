using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Administration.Settings;

/// <summary>New words, as typed: places stand in them under their names in the text's language, or under their codes.</summary>
public sealed class TextForm
{
    public string? Arabic { get; set; }

    public string? English { get; set; }

    public string? Why { get; set; }
}

/// <summary>Between what is stored (<c>{number}</c>) and what an administrator reads and types (<c>{رقم الطلب}</c>).</summary>
internal static class TextTyping
{
    public static string Show(EditableText text, string body, System.Globalization.CultureInfo culture) => TextTemplate.Map(body, code =>
        text.Places.FirstOrDefault(p => string.Equals(p.Code, code, StringComparison.Ordinal)) is { } place ? $"{{{text.PlaceName(place, culture)}}}" : $"{{{code}}}");

    /// <returns>The stored form; what is wrong is noted beside the field.</returns>
    public static string Read(FieldChecks check, EditableText text, string? typed, string field)
    {
        var clean = check.Paragraph(typed, field, text.MaxLength, min: 3);
        if (clean.Length == 0)
            return clean;
        if (TextTemplate.IsBroken(clean))
        {
            check.Add("settings.text.bracket", field);
            return clean;
        }

        var stored = TextTemplate.Map(clean, name => $"{{{Find(text, name)?.Code ?? name}}}");
        var used = TextTemplate.Parts(stored).Where(p => p.IsPlace).Select(p => p.Text).ToList();
        foreach (var unknown in used.Where(u => text.Places.All(p => !string.Equals(p.Code, u, StringComparison.Ordinal))).Distinct(StringComparer.Ordinal))
            check.Add("settings.text.unknown", field, unknown);
        foreach (var missing in text.Places.Where(p => p.IsRequired && !used.Contains(p.Code)))
            check.Add("settings.text.missing", field, text.PlaceName(missing, System.Globalization.CultureInfo.CurrentUICulture));
        return stored;
    }

    /// <summary>With samples in the places.</summary>
    public static string Preview(EditableText text, string? typed, System.Globalization.CultureInfo culture) =>
        TextTemplate.Map(typed ?? "", name => Find(text, name) is { } place ? text.Sample(place, culture) : $"{{{name}}}");

    private static TextPlace? Find(EditableText text, string name) => text.Places.FirstOrDefault(p =>
        string.Equals(p.Code, name, StringComparison.OrdinalIgnoreCase)
        || AppCulture.All.Any(c => SearchKey.Of(text.PlaceName(p, c)) == SearchKey.Of(name)));
}
