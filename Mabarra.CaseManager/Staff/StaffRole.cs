namespace Mabarra.CaseManager.Staff;

/// <summary>What a member of staff does here (DOMAIN.md §0). One person may hold several; everybody who signs in is also <c>Employee</c>.</summary>
public enum StaffRole
{
    FrontDesk,
    CommitteeMember,
    LiaisonOfficer,
    HumanResources,
    SeniorManagement,

    /// <summary>Runs the system and sees no case content.</summary>
    SystemAdmin,

    /// <summary>Answers for the desk: lets a paper go, takes completeness back once, puts away (DOMAIN.md §3.1). Takes no request in himself.</summary>
    Supervisor,
}
