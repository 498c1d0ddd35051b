namespace Mabarra.CaseManager.Administration.Settings;

/// <summary>Marks the words of the settings.</summary>
public sealed class SettingsText;
