namespace Mabarra.CaseManager.Daily;

/// <summary>The words of the daily list: <c>DailyText.resx</c> (Arabic) and <c>DailyText.en.resx</c>.</summary>
public sealed class DailyText;
