namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Marker of the words of a file's further parts (RegistryText.resx, Arabic; RegistryText.en.resx, English): family, means, representatives, consents, sensitive data.</summary>
public sealed class RegistryText;
