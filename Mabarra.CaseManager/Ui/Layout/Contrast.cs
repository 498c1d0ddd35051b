using System.Globalization;
using System.Text.RegularExpressions;

namespace Mabarra.CaseManager.Ui;

/// <summary>How well one colour reads on another, as WCAG 2 reckons it: from 1 to 21.</summary>
public static partial class Contrast
{
    /// <summary>What running text needs.</summary>
    public const double Text = 4.5;

    /// <summary>The grounds of css/tokens.css on which the association's colour stands.</summary>
    public const string LightGround = "#faf8f3";

    public const string DarkGround = "#1a2320";

    public static bool IsColour(string? colour) => colour is not null && Hex().IsMatch(colour);

    public static double Between(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>The same colour, as much lighter as the dark theme needs.</summary>
    public static string OnDark(string colour)
    {
        const double comfortable = 7;
        const int steps = 20;
        var lighter = colour;
        for (var step = 1; step <= steps && Between(lighter, DarkGround) < comfortable; step++)
            lighter = $"#{string.Concat(Parts(colour).Select(p => ((int)Math.Round(p + ((255 - p) * step / (double)steps))).ToString("x2", CultureInfo.InvariantCulture)))}";
        return lighter;
    }

    private static double Luminance(string colour)
    {
        var parts = Parts(colour).Select(p => p / 255.0).Select(p => p <= 0.04045 ? p / 12.92 : Math.Pow((p + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static int[] Parts(string colour) => [.. Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"\A#[0-9a-fA-F]{6}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Hex();
}
