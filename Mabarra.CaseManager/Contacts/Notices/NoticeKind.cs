namespace Mabarra.CaseManager.Contacts.Notices;

/// <summary>What a notice tells (DOMAIN.md §3.9). Its words are the text <c>notice.</c> + the name here.</summary>
public enum NoticeKind
{
    /// <summary>استلام: the request is complete, and the reply comes by this day (ت-٦).</summary>
    Received,

    /// <summary>نواقص: what is missing; no period runs (ت-٣).</summary>
    Deficiency,

    /// <summary>تذكير بالنواقص, after 7 and 21 days.</summary>
    Reminder,

    /// <summary>إلغاء الاكتمال: a paper proved missing, false or expired; the period is void.</summary>
    Revoked,

    /// <summary>سحب.</summary>
    Withdrawn,

    /// <summary>حفظ.</summary>
    Archived,

    /// <summary>تعديل موعد: the last day for the reply moved (ت-٦).</summary>
    DueMoved,

    /// <summary>قرار: to be fetched or asked about; neither amount nor reason on a shared channel (ت-٥).</summary>
    Decision,

    /// <summary>تأجيل: an interim word, which does not end the reply period (ت-٦).</summary>
    Interim,

    /// <summary>شكوى: received, with its code (ج-١).</summary>
    ComplaintReceived,

    /// <summary>إغلاق الشكوى (ج-١).</summary>
    ComplaintClosed,

    /// <summary>إعلان: information she relies on changed (خ-٣).</summary>
    Announcement,

    /// <summary>رسالة توعوية: only to who consented.</summary>
    Awareness,
}

/// <summary>The way one notice goes.</summary>
public enum NoticeRoute
{
    /// <summary>By SMTP (أ-٥).</summary>
    Email,

    /// <summary>Through the gateway; off until set up.</summary>
    Sms,

    /// <summary>Through its adapter; off until set up.</summary>
    WhatsApp,

    /// <summary>Somebody calls and reads the words out (أ-٣).</summary>
    Call,

    /// <summary>Printed and posted (أ-٢).</summary>
    Letter,

    /// <summary>Printed and faxed (أ-٤).</summary>
    Fax,

    /// <summary>Handed over at the desk (أ-١).</summary>
    Desk,

    /// <summary>To be read on the tracking page (أ-٥).</summary>
    Website,
}

/// <summary>Where a notice stands.</summary>
public enum NoticeStatus
{
    /// <summary>To be sent by the app.</summary>
    Waiting,

    /// <summary>To be done by somebody: a call, a print, a handing over.</summary>
    Task,

    /// <summary>Taken over by the mail server or gateway, posted, or shown on the page.</summary>
    Sent,

    /// <summary>It reached the beneficiary, and there is a proof.</summary>
    Delivered,

    /// <summary>Given up: somebody must look at it.</summary>
    Failed,

    /// <summary>No longer true, or told otherwise.</summary>
    Cancelled,

    /// <summary>Demonstration: never sent.</summary>
    Withheld,
}

/// <summary>How one attempt ended.</summary>
public enum TryOutcome
{
    /// <summary>The server or gateway took it.</summary>
    Accepted,

    /// <summary>Not now; tried again.</summary>
    Later,

    /// <summary>Never: tried no more.</summary>
    Refused,

    /// <summary>The app stopped between sending and noting it: it may have gone, and goes once more under the same message number.</summary>
    Interrupted,

    /// <summary>The call was answered and the words were said.</summary>
    Answered,

    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>Printed and posted or faxed.</summary>
    Posted,

    /// <summary>Handed over, signed for.</summary>
    HandedOver,

    /// <summary>Somebody asked for it to be sent again.</summary>
    Resent,

    /// <summary>After two calls on different days nobody answered: a letter goes to her address instead.</summary>
    TurnedToLetter,
}

/// <summary>What follows from route and status.</summary>
public static class NoticeRoutes
{
    /// <summary>The app sends it itself.</summary>
    public static bool IsAutomatic(this NoticeRoute route) => route is NoticeRoute.Email or NoticeRoute.Sms or NoticeRoute.WhatsApp;

    /// <summary>It is a sheet of paper.</summary>
    public static bool IsPrinted(this NoticeRoute route) => route is NoticeRoute.Letter or NoticeRoute.Fax or NoticeRoute.Desk;

    /// <summary>The channel of the policy it counts as.</summary>
    public static Channel AsChannel(this NoticeRoute route) => route switch
    {
        NoticeRoute.Email => Channel.Email,
        NoticeRoute.Letter => Channel.Correspondence,
        NoticeRoute.Fax => Channel.Fax,
        NoticeRoute.Desk => Channel.InPerson,
        NoticeRoute.Website => Channel.Website,
        _ => Channel.Phone,
    };

    public static bool IsOpen(this NoticeStatus status) => status is NoticeStatus.Waiting or NoticeStatus.Task;
}
