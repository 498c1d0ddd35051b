namespace Mabarra.CaseManager.Documents;

/// <summary>Marks the words of this module: DocumentsText.resx (Arabic) and DocumentsText.en.resx.</summary>
public sealed class DocumentsText;
