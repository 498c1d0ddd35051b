using MudBlazor;

namespace Mabarra.CaseManager.Shell;

/// <summary>What MudBlazor must be told in its own terms. Colours are not here: css/tokens.css lays them over its variables, so that light and dark change without a round trip.</summary>
internal static class MudLook
{
    private static readonly string[] Faces = ["IBM Plex Sans Arabic", "system-ui", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "10px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Faces, LetterSpacing = "normal", LineHeight = "1.7" },
            H6 = new H6Typography { FontFamily = Faces, LetterSpacing = "normal", FontSize = "1.15rem", FontWeight = "700" },
            Body1 = new Body1Typography { FontFamily = Faces, LetterSpacing = "normal", LineHeight = "1.7" },
            Body2 = new Body2Typography { FontFamily = Faces, LetterSpacing = "normal", LineHeight = "1.7" },
            Button = new ButtonTypography { FontFamily = Faces, LetterSpacing = "normal", TextTransform = "none" },
        },
    };
}
