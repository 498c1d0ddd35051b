namespace Mabarra.CaseManager.PolicyLibrary.Signing;

/// <summary>How far somebody is with a policy, in order (R7).</summary>
public enum AckStatus
{
    Pending,
    Read,
    Understood,
    Signed,

    /// <summary>A special policy applies instead (النطاق).</summary>
    Exempt,

    /// <summary>A newer version came before this one was signed.</summary>
    Replaced,
}

/// <summary>What shows that the text was understood.</summary>
public enum UnderstandingProof
{
    /// <summary>The short check.</summary>
    Check,

    /// <summary>A supervisor vouches for it.</summary>
    Attestation,

    /// <summary>Read out and explained, before a witness.</summary>
    ReadAloud,

    /// <summary>The person's own word, where no check was set.</summary>
    Statement,
}

/// <summary>How it was signed.</summary>
public enum AckSignature
{
    /// <summary>Drawn on a screen.</summary>
    Pad,

    /// <summary>On paper, scanned.</summary>
    Paper,

    /// <summary>By thumbprint, before a witness.</summary>
    Thumbprint,
}
