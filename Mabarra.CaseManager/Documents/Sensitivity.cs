namespace Mabarra.CaseManager.Documents;

/// <summary>How carefully a paper is kept (ح-٢). Everything above <see cref="Normal"/> needs the permission <see cref="DocumentsModule.SensitivePermission"/>.</summary>
public enum Sensitivity
{
    Normal,

    /// <summary>سري.</summary>
    Confidential,

    /// <summary>صحي.</summary>
    Health,
}
