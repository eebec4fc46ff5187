using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Platform.Sealing;

public static class SealingSetup
{
    public static IServiceCollection AddPlatformSealing(this IServiceCollection services)
    {
        services.AddOptions<KeyOptions>().BindConfiguration("Keys").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => Load(provider.GetRequiredService<IOptions<KeyOptions>>().Value));
        services.AddSingleton<FieldSealer>();
        services.AddSingleton<Fingerprinter>();
        return services;
    }

    private static KeyRing Load(KeyOptions options)
    {
        if (options.VaultUri is null)
        {
            return KeyFile.LoadOrCreate(options.File!);
        }
        var secret = new SecretClient(options.VaultUri, new DefaultAzureCredential()).GetSecret(options.VaultSecret);
        return KeyRingJson.Read(secret.Value.Value, $"the vault's secret {options.VaultSecret}");
    }
}
