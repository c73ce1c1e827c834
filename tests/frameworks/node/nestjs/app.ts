import 'reflect-metadata';
import {
  Body, Controller, Delete, Get, Headers, HttpCode, Module, NotFoundException, Param, ParseIntPipe, ParseUUIDPipe, Patch, Post, Put, Query,
  Sse, StreamableFile, UnauthorizedException, UploadedFiles, UseInterceptors, ValidationPipe,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FilesInterceptor } from '@nestjs/platform-express';
import {
  ApiBadRequestResponse, ApiBearerAuth, ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiNotFoundResponse, ApiOkResponse,
  ApiProduces, ApiQuery, ApiTags, ApiUnauthorizedResponse, DocumentBuilder, SwaggerModule,
} from '@nestjs/swagger';
import { from, map } from 'rxjs';
import * as depot from '../depot.mjs';
import {
  anyShape, Caller, Drawing, Item, ItemChanges, ItemKind, ItemQuery, NewItem, NewPhotos, Numbers, Photo, Problem, Tick,
} from './models.ts';

const list = (value?: string | string[]) => (value === undefined ? undefined : [value].flat());

@ApiTags('items')
@Controller('items')
class ItemsController {
  @Get()
  @ApiOkResponse({ type: [Item] })
  @ApiBadRequestResponse({ type: Problem })
  list(@Query() query: ItemQuery): Item[] {
    return depot.query({ ...query, tags: list(query.tags), kinds: list(query.kinds) });
  }

  // Nothing, sent as a body of no bytes.
  @Get('cheapest')
  @ApiQuery({ name: 'kind', enum: ItemKind, enumName: 'ItemKind' })
  @ApiOkResponse({ type: Item })
  cheapest(@Query('kind') kind: ItemKind): Item | null {
    return depot.query({ kinds: [kind] })[0] ?? null;
  }

  @Get(':id')
  @ApiOkResponse({ type: Item })
  @ApiNotFoundResponse({ type: Problem })
  get(@Param('id', ParseUUIDPipe) id: string): Item {
    return found(depot.find(id));
  }

  @Post()
  @ApiCreatedResponse({ type: Item })
  @ApiBadRequestResponse({ type: Problem })
  create(@Body() item: NewItem): Item {
    return depot.create(item);
  }

  @Patch(':id')
  @ApiOkResponse({ type: Item })
  @ApiNotFoundResponse({ type: Problem })
  change(@Param('id', ParseUUIDPipe) id: string, @Body() changes: ItemChanges): Item {
    return found(depot.change(id, changes));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: Problem })
  remove(@Param('id', ParseUUIDPipe) id: string): void {
    found(depot.remove(id) || undefined);
  }

  @Post(':id/photos')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: NewPhotos })
  @ApiOkResponse({ type: [Photo] })
  @UseInterceptors(FilesInterceptor('photos'))
  addPhotos(@Param('id', ParseUUIDPipe) id: string, @UploadedFiles() photos: any[], @Body() body: any): Photo[] {
    return photos.map((photo) => {
      const name = Buffer.from(photo.originalname, 'latin1').toString('utf8');
      depot.keepPhoto(id, name, photo.buffer);
      return { name, contentType: photo.mimetype, length: photo.size, title: body.title ?? null };
    });
  }

  @Get(':id/photos/:name')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  photo(@Param('id', ParseUUIDPipe) id: string, @Param('name') name: string): StreamableFile {
    return new StreamableFile(found(depot.findPhoto(id, name)));
  }
}

@ApiTags('values')
@Controller()
class ValuesController {
  @Put('numbers')
  @ApiOkResponse({ type: Numbers })
  numbers(@Body() numbers: Numbers): Numbers {
    return numbers;
  }

  // Numbers of a query are not described further: they are numbers.
  @Get('sum')
  @ApiQuery({ name: 'c', required: false, type: Number })
  @ApiOkResponse({ type: Number })
  sum(@Query('a', ParseIntPipe) a: number, @Query('b') b: number, @Query('c') c?: number): number {
    return a + Number(b) + Number(c ?? 0);
  }

  @Get('shapes')
  @ApiOkResponse({ schema: { type: 'array', items: anyShape } })
  shapes() {
    return depot.shapes;
  }

  @Post('shapes')
  @HttpCode(200)
  @ApiOkResponse({ type: Drawing })
  draw(@Body(new ValidationPipe({ transform: false, expectedType: Object })) drawing: Drawing): Drawing {
    return drawing;
  }

  @Get('shelves')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: { type: 'integer', format: 'int64' } } })
  shelves() {
    return depot.shelves;
  }

  // A text, sent as text/html, of which the document says that it is JSON.
  @Get('greeting')
  @ApiQuery({ name: 'name', required: false })
  @ApiOkResponse({ type: String })
  greeting(@Query('name') name?: string): string {
    return `Hello, ${name ?? 'nobody'}!`;
  }

  @Sse('ticks')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: Tick })
  ticks(@Query('count', ParseIntPipe) count: number) {
    return from(depot.ticks(count)).pipe(map((data) => ({ type: 'tick', data })));
  }

  @Get('me')
  @ApiBearerAuth()
  @ApiOkResponse({ type: Caller })
  @ApiUnauthorizedResponse({ type: Problem })
  me(@Headers() headers: Record<string, string>): Caller {
    if (headers.authorization !== depot.token) {
      throw new UnauthorizedException();
    }

    return { name: 'tester' };
  }
}

@Module({ controllers: [ItemsController, ValuesController] })
class AppModule {}

function found<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new NotFoundException('No such item');
  }

  return value;
}

/** Starts the server on a free port and gives the port. */
export async function start(): Promise<number> {
  const app = await NestFactory.create(AppModule, { logger: ['error'] });
  app.useGlobalPipes(new ValidationPipe({ transform: true }));
  const document = SwaggerModule.createDocument(app, new DocumentBuilder().setTitle('Depot').setVersion('1.0').addBearerAuth().build());
  app.getHttpAdapter().get('/documents/openapi.json', (_: unknown, response: any) => response.json(document));
  await app.listen(0, '127.0.0.1');
  return app.getHttpServer().address().port;
}
