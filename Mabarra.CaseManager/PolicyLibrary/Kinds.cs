namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>What a document of the library is: this policy, the five tools of ب, the charter of ح-٤, and others.</summary>
public enum PolicyKind
{
    /// <summary>سياسة تنظيم العلاقة مع المستفيدين.</summary>
    BeneficiaryRelations,

    /// <summary>اللائحة الأساسية (ب-١).</summary>
    BasicBylaw,

    /// <summary>سياسة التعامل مع الشركاء المنفذين والأطراف الثالثة (ب-٢).</summary>
    PartnersPolicy,

    /// <summary>سياسة إدارة التطوع (ب-٣).</summary>
    VolunteeringPolicy,

    /// <summary>سياسة صرف المساعدات (ب-٤).</summary>
    AidPolicy,

    /// <summary>نموذج طلب خدمة (ب-٥).</summary>
    RequestForm,

    /// <summary>ميثاق أخلاقيات المهنة والسلوك (ح-٤).</summary>
    EthicsCharter,
    Other,
}

/// <summary>Life of a version, in order (DOMAIN.md §3.5).</summary>
public enum VersionStatus
{
    Draft,

    /// <summary>نافذة: exactly one of a policy.</summary>
    Effective,

    /// <summary>منسوخة: stays readable.</summary>
    Superseded,
}

/// <summary>What a row of a policy's text is.</summary>
public enum ClauseKind
{
    /// <summary>A large part: مقدمة، النطاق، البيان، المسؤوليات.</summary>
    Part,

    /// <summary>A lettered heading: «أ- قنوات التواصل مع المستفيدين:».</summary>
    Section,

    /// <summary>A numbered clause under a heading.</summary>
    Item,

    /// <summary>A clause that is a stretch of running text.</summary>
    Running,
}

/// <summary>What somebody is to the association (DOMAIN.md §2, <c>Employee.Kind</c>).</summary>
public enum StaffKind
{
    Employee,
    Contractor,
    Volunteer,
    BoardMember,
}
