using System.Globalization;

namespace Mabarra.CaseManager.Documents;

/// <summary>Addresses of this module.</summary>
public static class DocumentLinks
{
    public const string Upload = "/documents";
    public const string VerifyPage = "/verify";
    public const string VerifyCheck = "/verify/check";

    /// <summary>Where a telephone sends photos with this code.</summary>
    public static string Phone(string code) => $"/phone/{Uri.EscapeDataString(code)}";

    internal const string PhoneSend = "/phone/{code}/send";

    public static string Verify(string code) => $"{VerifyPage}/{Uri.EscapeDataString(VerifyCode.Shown(code))}";

    /// <summary>Downloads a document, or shows it in the browser.</summary>
    public static string Document(Guid id, bool view = false) =>
        string.Create(CultureInfo.InvariantCulture, $"/documents/{id}{(view ? "?view=true" : "")}");

    /// <summary>Shows an issued paper, as it was issued.</summary>
    public static string Issued(Guid id, bool view = true) =>
        string.Create(CultureInfo.InvariantCulture, $"/documents/issued/{id}{(view ? "?view=true" : "")}");

    internal const string LogoRoute = "/association/logo/{id:guid}";

    /// <summary>The association's logo.</summary>
    public static string Logo(Guid id) => $"/association/logo/{id}";
}
