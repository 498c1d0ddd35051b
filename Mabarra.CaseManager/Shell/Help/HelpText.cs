namespace Mabarra.CaseManager.Shell.Help;

/// <summary>Marks the words of the help beside the pages: <c>{page}.for</c>, <c>{page}.steps</c> (a line each), <c>{page}.clauses</c>.</summary>
public sealed class HelpText;
