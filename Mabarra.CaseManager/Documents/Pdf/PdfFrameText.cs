using System.Globalization;
using System.Resources;

namespace Mabarra.CaseManager.Documents.Pdf;

/// <summary>The frame's own few words, in the document's language whatever the screen's is.</summary>
internal sealed class PdfFrameText(string language)
{
    private static readonly ResourceManager Words = new(typeof(PdfFrameText));
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language);

    public string Kingdom => this["Kingdom"];

    public string Registered => this["Registered"];

    public string Number => this["Number"];

    public string Date => this["Date"];

    public string Corresponding => this["Corresponding"];

    public string Enclosures => this["Enclosures"];

    public string Phone => this["Phone"];

    public string Fax => this["Fax"];

    public string Website => this["Website"];

    public string Email => this["Email"];

    public string DocumentNumber => this["DocumentNumber"];

    public string Version => this["Version"];

    public string Page => this["Page"];

    public string Verify => this["Verify"];

    public string UnreadableImage => this["UnreadableImage"];

    private string this[string key] => Words.GetString(key, _culture) ?? throw new MissingManifestResourceException(key);
}
