namespace Mabarra.CaseManager.Intake.Services;

/// <summary>Words of the services and what they ask for.</summary>
public sealed class ServicesText;
