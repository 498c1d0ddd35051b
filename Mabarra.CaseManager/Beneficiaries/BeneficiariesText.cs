namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Marker of the registry's words (BeneficiariesText.resx, Arabic; BeneficiariesText.en.resx, English).</summary>
public sealed class BeneficiariesText;
