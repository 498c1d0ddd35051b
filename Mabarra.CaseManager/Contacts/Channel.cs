namespace Mabarra.CaseManager.Contacts;

/// <summary>The channels the policy names (أ-١ … أ-٦; the website and e-mail are one clause and two channels).</summary>
public enum Channel
{
    /// <summary>المقابلة (أ-١).</summary>
    InPerson,

    /// <summary>المخاطبات والمراسلات (أ-٢).</summary>
    Correspondence,

    /// <summary>الاتصال الهاتفي (أ-٣).</summary>
    Phone,

    /// <summary>الفاكس (أ-٤).</summary>
    Fax,

    /// <summary>الموقع (أ-٥).</summary>
    Website,

    /// <summary>البريد الإلكتروني (أ-٥).</summary>
    Email,

    /// <summary>خدمة التطوع (أ-٦).</summary>
    Volunteer,
}
