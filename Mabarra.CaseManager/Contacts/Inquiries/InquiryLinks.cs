namespace Mabarra.CaseManager.Contacts.Inquiries;

/// <summary>Addresses of inquiries and answers.</summary>
public static class InquiryLinks
{
    public const string List = "/inquiries";

    public const string NewPage = "/inquiries/new";

    /// <summary>The library of approved answers.</summary>
    public const string Answers = "/answers";

    public static string Open(Guid id) => $"{List}/{id}";

    public static string New(Guid? beneficiary) => beneficiary is { } id ? $"{NewPage}?beneficiary={id}" : NewPage;
}
