namespace Mabarra.CaseManager.Committee;

/// <summary>Marker of the words of the review board, sittings and votes (ReviewText.resx, Arabic; ReviewText.en.resx, English).</summary>
public sealed class ReviewText;
