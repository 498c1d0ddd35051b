namespace Mabarra.CaseManager.Contacts.Inquiries;

/// <summary>What an inquiry is about (ج-٢).</summary>
public enum InquiryKind
{
    /// <summary>استفسار.</summary>
    General,

    /// <summary>دعم فني فيما يخص التواصل.</summary>
    CommunicationSupport,

    /// <summary>«لا تصلني الردود»: her contact details are verified again before it is answered.</summary>
    NoReplies,
}

/// <summary>How far it has come. Stored, so that a list of one state is found by index.</summary>
public enum InquiryStatus
{
    Open,

    /// <summary>With an officer, a committee or a department who is to say the answer.</summary>
    Referred,
    Answered,
}

/// <summary>Whom it was referred to.</summary>
public enum RefereeKind
{
    Officer,
    Department,
    Committee,
}

/// <summary>What came of verifying contact details again.</summary>
public enum ContactCheckOutcome
{
    /// <summary>Reached with the details the file has.</summary>
    Right,

    /// <summary>They were wrong, and the file has the new ones now.</summary>
    Corrected,

    /// <summary>Nobody answered.</summary>
    NotReached,
}
