namespace Mabarra.CaseManager.Shell;

/// <summary>Marker of the shell's words (ShellText.resx, Arabic; ShellText.en.resx, English).</summary>
public sealed class ShellText;
