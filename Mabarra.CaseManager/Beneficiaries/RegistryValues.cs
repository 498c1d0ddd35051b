namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Where a file stands: نشط · موقوف · معلق/مغلق · متوفى · مدموج.</summary>
public enum BeneficiaryStatus
{
    Active,
    Suspended,
    Closed,
    Deceased,

    /// <summary>Merged into another file; only a merge puts a file here.</summary>
    Merged,
}

/// <summary>الحالة الاجتماعية.</summary>
public enum MaritalStatus
{
    Single,
    Married,
    Divorced,
    Widowed,
    Abandoned,
}

/// <summary>صلة القرابة, of a member of the family, of whoever answers a second telephone, of an account's owner, of a guardian or agent.</summary>
public enum Kinship
{
    Spouse,
    Child,
    Parent,
    Sibling,
    Grandparent,
    Grandchild,
    UncleOrAunt,
    NephewOrNiece,
    InLaw,
    Friend,
    Other,
}

/// <summary>The channel she prefers for being reached: names as in the policy's list of channels (أ-١ … أ-٦).</summary>
public enum PreferredChannel
{
    Phone,
    InPerson,
    Correspondence,
    Fax,
    Website,
    Email,
    Volunteer,
}

/// <summary>المرحلة التعليمية.</summary>
public enum EducationStage
{
    None,
    BelowSchool,
    Primary,
    Intermediate,
    Secondary,
    Diploma,
    University,
    Postgraduate,
}

/// <summary>مصدر الدخل (DOMAIN.md §2).</summary>
public enum IncomeKind
{
    Salary,
    Pension,
    SocialInsurance,
    SocialSecurity,
    CitizenAccount,
    Rehabilitation,
    Alimony,
    OtherCharity,
    Sponsorship,
    Other,
}

/// <summary>How the family holds its home.</summary>
public enum Tenure
{
    Owned,
    Rented,
    WithFamily,
    Charity,
    Waqf,
    Other,
}

/// <summary>نوع السكن.</summary>
public enum HomeKind
{
    Apartment,
    Popular,
    Floor,
    Villa,
    Room,
    Prefab,
}

/// <summary>حالة السكن.</summary>
public enum HomeCondition
{
    Good,
    Fair,
    Poor,
}

/// <summary>ولي or وكيل.</summary>
public enum RepresentativeKind
{
    Guardian,
    Agent,
}

/// <summary>What is so private that it has a permission of its own (نظام حماية البيانات الشخصية; DOMAIN.md §2.3).</summary>
public enum SensitivityKind
{
    Health,
    PrisonerFamily,
    UnknownParentage,
    ProtectedAddress,
    Other,
}

/// <summary>What a consent is for: one per purpose (Reg. 11), none a condition of service (Law 7).</summary>
public enum ConsentPurpose
{
    Photo,
    Awareness,
}

/// <summary>The means by which a consent was given.</summary>
public enum ConsentMethod
{
    Signed,
    Spoken,
    Electronic,
}
