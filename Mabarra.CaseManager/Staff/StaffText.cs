namespace Mabarra.CaseManager.Staff;

/// <summary>Marks Staff's words: StaffText.resx (Arabic) and StaffText.en.resx.</summary>
public sealed class StaffText;
