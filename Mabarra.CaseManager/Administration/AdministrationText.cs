namespace Mabarra.CaseManager.Administration;

/// <summary>Marks Administration's words.</summary>
public sealed class AdministrationText;
