using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace Mabarra.CaseManager.Data;

/// <summary>A place in a text that is filled in when it is used: <c>{number}</c>. An administrator sees it under its name in the text's language.</summary>
/// <param name="Code">Small Latin letters; its name is <c>place.{Code}</c>, its sample <c>place.{Code}.sample</c> in the owner's words.</param>
/// <param name="IsRequired">A text without it would be of no use, and is refused.</param>
public sealed record TextPlace(string Code, bool IsRequired = false);

/// <summary>
/// A text an administrator may edit. The module that uses it registers it: <c>services.AddEditableText(…)</c>.
/// The words the app came with stand in the owner's resx under <see cref="Code"/>, what the text is called under <c>{Code}.title</c>.
/// </summary>
/// <param name="Code">Stable: versions and records go by it.</param>
/// <param name="Words">Marks the owner's resx.</param>
/// <param name="Group">Key, in the same resx, of the name of the paper, page or notice it belongs to.</param>
public sealed record EditableText(string Code, Type Words, string Group)
{
    public const int LongestBody = 2000;

    private static readonly ConcurrentDictionary<Type, ResourceManager> Managers = new();

    public IReadOnlyList<TextPlace> Places { get; init; } = [];

    /// <summary>Stands on papers: those already given out are printed anew once it changed.</summary>
    public bool IsOnPapers { get; init; }

    /// <summary>The clause it carries out, e.g. <c>ت-4</c>.</summary>
    public string? Clause { get; init; }

    public int MaxLength { get; init; } = LongestBody;

    /// <summary>As the app came with it: version <see cref="TextVersion.BuiltIn"/>.</summary>
    public TextInForce BuiltIn => new(Code, TextVersion.BuiltIn, Word(Code, AppCulture.Arabic), Word(Code, AppCulture.English));

    public string Title(CultureInfo culture) => Word(Code + ".title", culture);

    public string GroupTitle(CultureInfo culture) => Word(Group, culture);

    public string PlaceName(TextPlace place, CultureInfo culture) => Word($"place.{place.Code}", culture);

    /// <summary>What the preview puts there.</summary>
    public string Sample(TextPlace place, CultureInfo culture) => Managers.GetOrAdd(Words, w => new ResourceManager(w)).GetString($"place.{place.Code}.sample", culture) ?? PlaceName(place, culture);

    private string Word(string key, CultureInfo culture) =>
        Managers.GetOrAdd(Words, w => new ResourceManager(w)).GetString(key, culture) ?? throw new MissingManifestResourceException($"{Words.Name}: {key}");
}

/// <summary>The words that hold, with the number to keep beside whatever is made from them.</summary>
/// <param name="Ar">Places stand in it as <c>{code}</c>.</param>
public sealed record TextInForce(string Code, int No, string Ar, string En)
{
    public string In(CultureInfo culture) => AppCulture.IsArabic(culture) ? Ar : En;

    /// <summary>With its places filled in; one that is not given stays empty.</summary>
    public string Fill(CultureInfo culture, IReadOnlyDictionary<string, string> values) => TextTemplate.Fill(In(culture), values);
}

/// <summary>Registering texts.</summary>
public static class EditableTextSet
{
    public static IServiceCollection AddEditableTexts(this IServiceCollection services, params IReadOnlyList<EditableText> texts)
    {
        foreach (var text in texts)
            services.AddSingleton(text);
        return services;
    }
}
