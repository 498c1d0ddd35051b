namespace Mabarra.CaseManager.Contacts.Inquiries;

/// <summary>Words of inquiries and approved answers.</summary>
public sealed class InquiriesText;
