namespace Mabarra.CaseManager.Intake.Tracking;

/// <summary>The words of the tracking page: <c>TrackingText.resx</c> (Arabic) and <c>TrackingText.en.resx</c>.</summary>
public sealed class TrackingText;
