using Mabarra.CaseManager.Administration;
using Mabarra.CaseManager.Administration.Settings;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Committee;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Contacts.Information;
using Mabarra.CaseManager.Contacts.Inquiries;
using Mabarra.CaseManager.Contacts.Interactions;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Daily;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Demo;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.PolicyLibrary;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager;

/// <summary>Every module, one line each. The web host, the commands and the tests all start from here.</summary>
public static class Composition
{
    public static IServiceCollection AddModules(this IServiceCollection services, IConfiguration configuration) => services
        .AddUi()
        .AddStaff(configuration)
        .AddData(configuration)
        .AddAudit()
        .AddDocuments()
        .AddHolidays()
        .AddDaily()
        .AddPolicyLibrary()
        .AddBeneficiaries()
        .AddContacts()
        .AddInteractions()
        .AddInformation()
        .AddLiaison()
        .AddInquiries()
        .AddIntake()
        .AddCommittee()
        .AddAdministration()
        .AddSettings()
        .AddOperations(configuration)
        .AddDemo(configuration);
}
