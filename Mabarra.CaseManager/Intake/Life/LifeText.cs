namespace Mabarra.CaseManager.Intake.Life;

/// <summary>Words of revoking, reminding, withdrawing and putting away.</summary>
public sealed class LifeText;
