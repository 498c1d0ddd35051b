namespace Mabarra.CaseManager.Intake;

/// <summary>Whether a paper received for one request serves another one, as long as it is valid.</summary>
public enum CarryRule
{
    /// <summary>Brought anew each time.</summary>
    Never,

    /// <summary>Serves the same person again.</summary>
    SamePerson,

    /// <summary>Serves a relative of the same household too (a death certificate, a lease).</summary>
    Household,
}
