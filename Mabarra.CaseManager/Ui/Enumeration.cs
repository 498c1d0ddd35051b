using System.Globalization;

namespace Mabarra.CaseManager.Ui;

/// <summary>Several things named one after the other, with the language's own comma.</summary>
public static class Enumeration
{
    private const string ArabicComma = "\u060C ";

    public static string Of(IEnumerable<string> things) =>
        string.Join(AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? ArabicComma : ", ", things);
}
