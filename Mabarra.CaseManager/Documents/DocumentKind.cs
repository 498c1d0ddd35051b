namespace Mabarra.CaseManager.Documents;

/// <summary>What a stored file is, by its bytes and never by its name.</summary>
public enum DocumentKind
{
    Pdf,
    Jpeg,
    Png,
}

/// <summary>What a kind is called outside.</summary>
public static class DocumentKinds
{
    public static string Extension(this DocumentKind kind) => kind switch
    {
        DocumentKind.Pdf => ".pdf",
        DocumentKind.Jpeg => ".jpg",
        _ => ".png",
    };

    public static string ContentType(this DocumentKind kind) => kind switch
    {
        DocumentKind.Pdf => "application/pdf",
        DocumentKind.Jpeg => "image/jpeg",
        _ => "image/png",
    };
}
