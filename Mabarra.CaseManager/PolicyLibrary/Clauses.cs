namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>Clauses of the policy this module serves, as they are stored.</summary>
internal static class Clauses
{
    public const string Bylaw = "ب-1";
    public const string Partners = "ب-2";
    public const string Volunteering = "ب-3";
    public const string Aid = "ب-4";
    public const string RequestForm = "ب-5";
    public const string Ethics = "ح-4";
    public const string Scope = "نطاق-1";
    public const string Sign = "مسؤوليات-1";
    public const string Awareness = "مسؤوليات-3";
    public const string Copies = "مسؤوليات-4";
}
