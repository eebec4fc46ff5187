using System.Text;
using System.Text.Json.Nodes;
using Alleviation.Functions.Imports;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Contract.Fuzz;

/// <summary>Bodies: the document's examples, made somebody else's, then bent.</summary>
internal static class FuzzBodies
{
    private static readonly Lazy<byte[]> Workbook = new(() =>
        new Template(new CodeLists(new SeedFolder())).Workbook(ImportPurpose.Enrolment, chinese: true)
    );

    public static byte[] Any(ApiOperation operation, FuzzScene scene, string address, Random random)
    {
        var examples = operation.Examples.ToList();
        if (examples.Count is 0)
        {
            return random.Next(4) is 0 ? Garbage(random) : [];
        }
        var (mediaType, example) = examples[random.Next(examples.Count)];
        var bytes =
            mediaType is "application/json"
                ? Encoding.UTF8.GetBytes(new JsonMutation(random).Apply(Fresh(operation, example, scene, address, random), random.Next(4)))
            : mediaType is "image/jpeg" ? SomePicture.Of(random.Next(1, 4))
            : List(operation, example.GetValue<string>(), random);
        return random.Next(10) is 0 ? Spoilt(bytes, random) : bytes;
    }

    /// <summary>A registry list of one or two households that nobody has enrolled.</summary>
    public static string RegistryList(Random random)
    {
        var lines = new StringBuilder(
            "registrationNumber,villageCode,address,householdPhone,kind,name,idNumber,relationship,conditions,systolic\n"
        );
        for (var household = random.Next(1, 3); household > 0; household--)
        {
            var number = Some.RegistrationNumber();
            lines.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{number},{Some.Village},示范路3号,13800000000,general,示例丁,{Some.IdNumber()},0,I10,150\n"
                    + $"{number},,,,,示例戊,{Some.IdNumber("19680405", male: false)},1,,\n"
            );
        }

        return lines.ToString();
    }

    private static JsonNode Fresh(ApiOperation operation, JsonNode example, FuzzScene scene, string address, Random random)
    {
        if (operation.Id is "Households_Correct" && address.Split('/') is [.., var id] && scene.FormOf(id) is { } form)
        {
            form = form.DeepClone();
            form["address"] = $"示范路{random.Next(100)}号";
            return form;
        }

        if (example is not JsonObject || operation.Id is not "Households_Enrol" || random.Next(4) is 0)
        {
            return example;
        }
        var household = example.DeepClone();
        household["registrationNumber"] = Some.RegistrationNumber();
        household["members"]![0]!["idNumber"] = Some.IdNumber();
        household["members"]![1]!["idNumber"] = Some.IdNumber("19680405", male: false);
        return household;
    }

    private static byte[] List(ApiOperation operation, string example, Random random)
    {
        if (operation.Id is "Imports_Start")
        {
            if (random.Next(5) is 0)
            {
                return random.Next(2) is 0 ? Workbook.Value : Spoilt(Workbook.Value, random);
            }
            example = random.Next(3) is 0 ? example : RegistryList(random);
        }

        var cells = example.Split(',');
        for (var time = random.Next(3); time > 0; time--)
        {
            var cell = random.Next(cells.Length);
            cells[cell] = cells[cell].Contains('\n', StringComparison.Ordinal)
                ? NastyText.Any(random) + cells[cell][cells[cell].IndexOf('\n', StringComparison.Ordinal)..]
                : NastyText.Any(random);
        }

        var encoding = random.Next(8) switch
        {
            0 => Encoding.Unicode,
            1 => Encoding.Latin1,
            _ => Encoding.UTF8,
        };
        return [.. random.Next(4) is 0 ? encoding.GetPreamble() : [], .. encoding.GetBytes(string.Join(',', cells))];
    }

    private static byte[] Spoilt(byte[] bytes, Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                return bytes[..random.Next(bytes.Length + 1)];
            case 1:
                return Garbage(random);
            case 2:
                return [.. bytes, .. bytes];
            case 3:
                return random.Next(10) is 0
                    ? [.. bytes, .. Enumerable.Repeat((byte)' ', 1_100_000)]
                    : Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes));
            default:
                bytes = [.. bytes];
                for (var time = 0; time < 5 && bytes.Length > 0; time++)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }
                return bytes;
        }
    }

    private static byte[] Garbage(Random random)
    {
        var bytes = new byte[random.Next(2_000)];
        random.NextBytes(bytes);
        return bytes;
    }
}
