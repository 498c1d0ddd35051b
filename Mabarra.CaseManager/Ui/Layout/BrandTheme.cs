using System.Text;
using System.Text.RegularExpressions;

namespace Mabarra.CaseManager.Ui;

/// <summary>The association's colours, from the settings section <c>Brand</c>; its name is <see cref="IBrandName"/>'s. What is left out keeps the app's own palette (css/tokens.css).</summary>
public sealed partial class BrandTheme
{
    /// <summary>Buttons, links, the navigation: <c>#1F5C4D</c>. Needs 4.5:1 on the light background.</summary>
    public string? Primary { get; set; }

    /// <summary>The same on the dark background.</summary>
    public string? PrimaryOnDark { get; set; }

    /// <summary>Marks and ornaments: <c>#B7791F</c>.</summary>
    public string? Accent { get; set; }

    /// <summary>The app runs on demonstration data, and says so on every page.</summary>
    public bool DemoData { get; set; }

    /// <summary>The style sheet that lays the association's colours over the app's; empty when it has none.</summary>
    public string ToCss()
    {
        var light = new StringBuilder();
        Append(light, "--brand-primary", Primary);
        Append(light, "--brand-primary-dark", PrimaryOnDark);
        Append(light, "--brand-accent", Accent);
        return light.Length == 0 ? "" : $":root{{{light}}}";
    }

    // Settings are trusted, but a slip of the hand there must not break the page's style.
    private static void Append(StringBuilder css, string name, string? colour)
    {
        if (colour is not null && Hex().IsMatch(colour))
            css.Append(name).Append(':').Append(colour).Append(';');
    }

    /// <summary>The same with the colour the association chose for itself over the configured one; the dark theme gets a lighter tone of it.</summary>
    public BrandTheme With(string? colour) => colour is null || !Contrast.IsColour(colour)
        ? this
        : new BrandTheme { Primary = colour, PrimaryOnDark = Contrast.OnDark(colour), Accent = Accent, DemoData = DemoData };

    [GeneratedRegex(@"\A#[0-9a-fA-F]{6}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Hex();
}
