using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Alleviation.Functions.Access;

public static class AccessSetup
{
    /// <summary>Accounts, tokens, roles and audit. After AddPlatformHttp, whose middleware answers for the faults of this one.</summary>
    public static FunctionsApplicationBuilder AddAccess(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddPlatformSealing();
        services.AddOptions<AccessOptions>().BindConfiguration("Access").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<IssuerOptions>().BindConfiguration("Access").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(AccessRules.Of(typeof(AccessSetup).Assembly.GetTypes()));
        services.AddTable(AccountTable.Name).AddTable(AuditTable.Name);
        services
            .AddSingleton<AccountTable>()
            .AddSingleton<AccountHoldTable>()
            .AddSingleton<AccountPhysicians>()
            .AddSingleton<AttemptTable>()
            .AddSingleton<AuditTable>();
        services.AddSingleton<Passwords>().AddSingleton<AccountTokens>().AddSingleton<IssuerTokens>().AddSingleton<Authentication>();
        services.AddSingleton<RememberedAccounts>().AddSingleton<Signatures>().AddSingleton<AddressLimit>().AddSingleton<KeyedLock>();
        services
            .AddSingleton<SignInHandler>()
            .AddSingleton<AddAccountHandler>()
            .AddSingleton<ChangeAccountHandler>()
            .AddSingleton<ChangePasswordHandler>();
        services.AddHostedService<FirstOperator>();

        // Authentication, then the audit, then authorization, so that refused calls are recorded too.
        builder.UseMiddleware<AuthenticationMiddleware>();
        builder.UseMiddleware<AuditMiddleware>();
        builder.UseMiddleware<AuthorizationMiddleware>();
        return builder;
    }
}
