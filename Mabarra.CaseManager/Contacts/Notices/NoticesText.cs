namespace Mabarra.CaseManager.Contacts.Notices;

/// <summary>The words of notices themselves, which an administrator may change: <c>NoticesText.resx</c> (Arabic) and <c>NoticesText.en.resx</c>.</summary>
public sealed class NoticesText;
