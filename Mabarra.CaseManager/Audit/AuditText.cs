namespace Mabarra.CaseManager.Audit;

/// <summary>Marks Audit's words: <c>IStringLocalizer&lt;AuditText&gt;</c> reads AuditText.resx (Arabic) and AuditText.en.resx. Every act's key has its words there.</summary>
public sealed class AuditText;
